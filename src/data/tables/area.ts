/** A street, town or other unit that results are listed by. */
export interface Area {
  id: string;
  name: string;
  nameEn?: string;
  zone?: 'urban' | 'rural';
  /** MultiPolygon coordinates, lon before lat, WGS 84. */
  polygons: [number, number][][][];
}
