import { MapElement } from './map-element.ts';

// The script may stand in an article more than once.
if (!customElements.get('huimin-map')) customElements.define('huimin-map', MapElement);
