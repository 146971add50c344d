/** A service's sign on a 24 × 24 grid, drawn for this map: what is filled and what is stroked. */
export interface Icon {
  /** SVG path data. */
  fill?: string;
  /** SVG path data; round ends, 2 wide. */
  stroke?: string;
}

/** The `icon` names of data/services.json. */
const ICONS: Record<string, Icon> = {
  elder: {
    fill: 'M11 2.4a2.4 2.4 0 1 1 0 4.8a2.4 2.4 0 1 1 0-4.8z',
    stroke:
      'M10.6 9.2L9 14.2L12.2 16.8L12.6 21.2M9 14.2L8.4 17.6L6.6 21.2M10.8 9.4L13.2 12.4L16.6 12.6M17.2 12.4V21.2',
  },
  bolt: { fill: 'M13.8 2.2L5.4 13.4H11L9.6 21.8L18.6 10.2H12.8z' },
  school: {
    fill: 'M12 4.4L1.8 9.4L12 14.4L22.2 9.4z',
    stroke: 'M6.4 12.4V16.6C8.6 19.2 15.4 19.2 17.6 16.6V12.4M21 10V15.6',
  },
  cross: { fill: 'M9.4 3.4H14.6V9.4H20.6V14.6H14.6V20.6H9.4V14.6H3.4V9.4H9.4z' },
  home: { fill: 'M12 2.8L2.4 11.4H5.2V20.6H9.8V15H14.2V20.6H18.8V11.4H21.6z' },
  bowl: {
    fill: 'M2.8 11.6H21.2C21.2 15.4 18.8 18.2 15.6 19.2V21H8.4V19.2C5.2 18.2 2.8 15.4 2.8 11.6z',
    stroke: 'M9 8.6C7.8 7 10.2 5.6 9 3.6M15 8.6C13.8 7 16.2 5.6 15 3.6',
  },
  tree: {
    fill: 'M12 2.2C15.6 2.2 18 4.6 17.6 7.6C20 8.6 20.6 12 18.6 14C17.4 15.2 15.6 15.4 12 15.4C8.4 15.4 6.6 15.2 5.4 14C3.4 12 4 8.6 6.4 7.6C6 4.6 8.4 2.2 12 2.2z',
    stroke: 'M12 14V21.2M9 21.2H15',
  },
  blocks: {
    fill: 'M12 2.6L17.4 11.4H6.6zM3 13.2H11V21.2H3z',
    stroke: 'M17.2 13.6a3.6 3.6 0 1 1 0 7.2a3.6 3.6 0 1 1 0-7.2z',
  },
  hospital: {
    fill: 'M10.4 9H13.6V12H16.6V15.2H13.6V18.2H10.4V15.2H7.4V12H10.4z',
    stroke: 'M3.6 21V8.2L12 3L20.4 8.2V21z',
  },
  people: {
    fill: 'M8 4.2a2.8 2.8 0 1 1 0 5.6a2.8 2.8 0 1 1 0-5.6zM16 4.2a2.8 2.8 0 1 1 0 5.6a2.8 2.8 0 1 1 0-5.6z',
    stroke:
      'M3 19.4C3 15 5 12.8 8 12.8C11 12.8 12 15 12 19.4C12 15 13 12.8 16 12.8C19 12.8 21 15 21 19.4z',
  },
  dumbbell: {
    fill: 'M4.6 6.4H8V17.6H4.6zM16 6.4H19.4V17.6H16z',
    stroke: 'M8 12H16M2.4 9.6V14.4M21.6 9.6V14.4',
  },
  siren: {
    fill: 'M6 18V12.4C6 8.8 8.6 6.4 12 6.4C15.4 6.4 18 8.8 18 12.4V18zM4 19.4H20V21.4H4z',
    stroke: 'M12 1.8V3.4M4.6 4.6L5.8 5.8M19.4 4.6L18.2 5.8',
  },
};

/** For a service whose sign is not drawn yet. */
const DOT: Icon = { fill: 'M12 7.4a4.6 4.6 0 1 1 0 9.2a4.6 4.6 0 1 1 0-9.2z' };

export function isIcon(name: string): boolean {
  return Object.hasOwn(ICONS, name);
}

/** The sign of that name, a dot where there is none. */
export function icon(name: string): Icon {
  return isIcon(name) ? ICONS[name] : DOT;
}
