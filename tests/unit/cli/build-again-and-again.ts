import { join } from 'node:path';
import { loadServices } from '../../../scripts/huimin/load-region.ts';
import { buildFromFiles } from '../../../scripts/region/build-from-files.ts';

/** A process to be killed: builds one region from two sets of facilities in turn, for ever. */
const [folder, out, ...facilities] = process.argv.slice(2);
for (let turn = 0; ; turn++) {
  await buildFromFiles(
    {
      id: 'town',
      name: '小镇',
      osm: join(folder, 'streets.osm'),
      population: join(folder, 'population.csv'),
      facilities: facilities[turn % facilities.length],
      invented: true,
    },
    loadServices(),
    out,
    () => {},
  );
  process.stdout.write('.');
}
