import { draw } from './draw-pixels.ts';
import type { Pixels } from './hatch.ts';

/** A thin arrow to the right, which the map turns along its street. */
export function drawArrow(colour: string): Pixels {
  return draw(16, (c) => {
    c.strokeStyle = c.fillStyle = colour;
    c.lineWidth = 1.3;
    c.lineCap = 'round';
    c.beginPath();
    c.moveTo(2, 8);
    c.lineTo(11, 8);
    c.stroke();
    c.beginPath();
    c.moveTo(14.5, 8);
    c.lineTo(9.8, 5.2);
    c.lineTo(9.8, 10.8);
    c.fill();
  });
}

/** A small square with a light line in it: a train at its platform. */
export function drawStation(colour: string, halo: string): Pixels {
  return draw(14, (c) => {
    c.fillStyle = halo;
    c.beginPath();
    c.roundRect(0.5, 0.5, 13, 13, 4);
    c.fill();
    c.fillStyle = colour;
    c.beginPath();
    c.roundRect(2, 2, 10, 10, 2.6);
    c.fill();
    c.strokeStyle = halo;
    c.lineWidth = 1.4;
    c.beginPath();
    c.moveTo(4.6, 7);
    c.lineTo(9.4, 7);
    c.stroke();
  });
}
