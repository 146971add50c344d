import type { Manifest } from '../../data/region/manifest.ts';
import { encodeRegion } from '../../data/region/encode-region.ts';
import type { Region } from '../../data/region/region.ts';
import { sha256 } from '../../data/sha256.ts';
import type { Dossier } from '../handin/dossier.ts';

/** A region that holds what one view was made of: its bundle and what stands beside it. */
export interface CutRegion {
  region: Region;
  manifest: Manifest;
  bundle: Uint8Array<ArrayBuffer>;
}

/**
 * The region cut to a view: the facilities of its service as they stood there, scenario and layers
 * applied; the streets without their names; the places with the people who were counted. Streets
 * and places keep their order, so that the same figures come out to the bit. Its manifest names the
 * region's basemap only where that goes along.
 */
export function cutRegion({ prepared, subject }: Dossier, withBasemap: boolean): CutRegion {
  const { region } = prepared;
  const { query, service, manifest } = subject;
  const facilities = subject.facilities.filter((each) => each.service === service.key);
  const { graph, places } = region;
  const cut: Region = {
    id: region.id,
    name: region.name,
    ...(region.nameEn ? { nameEn: region.nameEn } : {}),
    graph: { ...graph, edgeName: new Uint32Array(graph.edgeName.length) },
    streetNames: [{ name: '' }],
    places: {
      ids: places.ids,
      lon: places.lon,
      lat: places.lat,
      fields: Object.fromEntries(query.people.map((field) => [field, places.fields[field]])),
      area: places.area,
      counted: places.counted,
      linkMetres: places.linkMetres,
    },
    facilities,
    areas: region.areas,
  };
  const bundle = encodeRegion(cut);
  const sum = sha256(bundle);
  return {
    region: cut,
    bundle,
    manifest: {
      // Named one by one: what a manifest may name besides are files that do not go along.
      format: manifest.format,
      version: manifest.version,
      id: manifest.id,
      name: manifest.name,
      ...(manifest.name_en ? { name_en: manifest.name_en } : {}),
      invented: manifest.invented,
      built: manifest.built,
      data_date: manifest.data_date,
      licence: manifest.licence,
      bbox: manifest.bbox,
      bundle: { file: `bundle-${sum.slice(0, 12)}.bin`, bytes: bundle.length, sha256: sum },
      sources: manifest.sources,
      counts: {
        ...manifest.counts,
        facilities: { [service.key]: facilities.length },
        estates: 0,
      },
      people_fields: query.people,
      basemap: withBasemap ? manifest.basemap : null,
      population_rule: manifest.population_rule,
      evidence: manifest.evidence,
      elevation: manifest.elevation,
      edge_warning: manifest.edge_warning,
      components: manifest.components,
      off_network: {
        ...manifest.off_network,
        facilities: manifest.off_network.facilities.filter((id) =>
          facilities.some((facility) => facility.id === id),
        ),
      },
    },
  };
}
