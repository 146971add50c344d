import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseServiceRules, type ServiceRule } from '../../src/data/osm-services/service-rules.ts';
import { parseManifest, type Manifest } from '../../src/data/region/manifest.ts';
import { decodeRegion, type Region } from '../../src/data/region/region.ts';
import { parseServices, type Service } from '../../src/data/services.ts';
import { cliFaults } from './cli-faults.ts';

/** Where regions are built, seen from the project. */
export const TILES = 'tiles';

export function loadServices(): Service[] {
  return parseServices(ownData('services.json'));
}

/** Which OSM tags speak of which of the services. */
export function loadServiceRules(services: readonly Service[]): ServiceRule[] {
  return parseServiceRules(ownData('osm-services.json'), services);
}

function ownData(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../data/${name}`, import.meta.url), 'utf8'));
}

/** Loads a region by id or by folder. Throws Fault. */
export function loadRegion(name: string): { region: Region; manifest: Manifest } {
  const folder = regionFolder(name);
  const manifest = loadManifest(folder);
  const file = join(folder, basename(manifest.bundle.file));
  return { region: decodeRegion(readBytes(file)), manifest };
}

/** The folder of a region named by id or by folder. Throws Fault. */
export function regionFolder(name: string): string {
  const folder = [join(TILES, name), name].find((path) => existsSync(join(path, 'manifest.json')));
  if (!folder) throw cliFaults.region(name, regionIds());
  return folder;
}

export function loadManifest(folder: string): Manifest {
  const file = join(folder, 'manifest.json');
  let json: unknown = null;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // Falls through: null is not a manifest, and the fault says so.
  }
  return parseManifest(json, file);
}

export function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw cliFaults.file(path, (error as NodeJS.ErrnoException).code ?? String(error));
  }
}

function regionIds(): string[] {
  if (!existsSync(TILES)) return [];
  return readdirSync(TILES).filter((id) => existsSync(join(TILES, id, 'manifest.json')));
}
