import { Fault } from '../../src/data/fault.ts';
import { cliFaults } from './cli-faults.ts';
import { inOwnLanguage } from './own-language.ts';

const HELP = `huimin 惠民圈 — who can reach a public service in 10–15 minutes, and who cannot

  huimin region build --id ID --name NAME --osm F --population F [--facilities F]
                      [--osm-facilities all|none|school,clinic] [--areas F] [--study-area F]
                      [--elevation F.tif] [--name-en NAME] [--out tiles]
  huimin region fetch PLACE [--from URL|FILE] [--overpass URL] [--recipe F] [--keep]
                      [--cache downloads] [--stall 30] [--tries 6] [options of region build]
  huimin region template --service S
  huimin tiles    --region R --osm F
  huimin coverage --region R --service S [--minutes 5,10,15] [who and how]
  huimin gaps     --region R --service S [--minutes 15] [--top 20] [who and how]
  huimin nearest  --region R --at LON,LAT|ESTATE [--service S] [--profile P] [--speed 1.2] [--top 20] [--walk 1]
  huimin sites    --region R --service S --k 3 [--model mclp|lscp|pmedian] [--method exact|greedy]
                  [--candidates places|estates|F.csv] [--min-distance M] [--budget B [--price P]]
                  [--capacity N] [--share 0.9] [who, and how by --reach network|buffer]
  huimin sites    --matrix F.csv --demand F.csv --limit L --k 3 [--supply F.csv]
                  [--existing ID,ID] [--model …] [--method …] [--share …]
  huimin access   --region R --service S [--minutes 15] [--decay gaussian|binary|steps]
                  [--sigma MIN] [--steps 5:1,10:0.68,15:0.22] [who and how]
  huimin access   --matrix F.csv --demand F.csv --supply F.csv [--decay …] [--sigma S] [--limit L]
  huimin export   --region R --service S --what areas|gaps|places|facilities|bands|map
                  --format geojson|csv|xlsx|fgb|svg --out F [scenario] [who and how]
  huimin report   --region R --service S --out report.pdf|report.html [scenario] [who and how]
  huimin publish  --project F.huimin --out DIR [publication]    or a question in its place:
  huimin publish  --region R --service S [--minutes 5,10,15] --out DIR [publication] [scenario] [who and how]
  huimin publish  --correct DIR --note TEXT [--date 2026-12-01]
  huimin verify   DIR [--format table|json]
  huimin rerun    FILE [--tiles tiles] [--format table|json]
  huimin import FILE --crs wgs84|gcj02|bd09 [--as facilities|people|areas|candidates]
                  [--service S] [--region R] [--sheet NAME] [--map name=名称,lon=经度] [--swap yes]
                  [--category 敬老院=elder_care,其他=] [--place names] [--keep all]
                  [--out F.geojson|F.csv] [--reasons F.csv] [--format table|json]
                      CSV, XLSX, GeoJSON, KML, KMZ, GPX, FlatGeobuf → rows, and why not
  huimin greatest --region R --service S --n 12 [--share 0.8] [--keep no|yes] [who and how]
                      what any n sites, anywhere, could cover at most
  huimin claims   --region R [--claim C126,C130] [--claims own.csv] [--format table|json|csv]
                  [--drift 2] [--data-date 2024-06] [--patience SECONDS]
                      published figures: agrees, differs, cannot tell, with the arithmetic

  people   --population F.csv | F.tif [--population-bands total,age_60_plus,-]
           | total=F.tif,age_60_plus=F.tif      or  --census F.csv with --areas
  PLACE    a recipe in data/places/: longshan, xian-liaoyuan, dongfeng, dongliao, fengman …
  R        an id under tiles/, or a folder such as tiles/poa
  S        a key of data/services.json: elder_care, charging, school, clinic, jikang …
  who      --profile general|older|slow|wheelchair|bicycle|ebike|car|ambulance
           --speed M/S (vehicles: on a 50 km/h street)  --people total|age_60_plus|…
           --turn-out SECONDS (ambulance)
  how      --method network|buffer  --detour 1.3
           --zones urban=15,rural=30 (an ambulance's own where areas have zones)
  scenario --scenario F.json  --on 2027-06-30  --language zh|en
  publication  --caption TEXT  --lang zh|en  --url https://host/folder/ (where it will stand)
           --page https://host/huimin/ (the planner's page)  --approval 审图号
           --region-dir DIR (in place of tiles/)  --png no  --live no  --replace yes
  --format table|json|csv|geojson

Exit code 1: rerun found other figures than the file records. 2: something in the input or the options is wrong, or verify found a folder that is not as it was published; the sentence says what.
`;

/** Each is loaded only when asked for: a quick question does not wait for the reader of rasters. */
const COMMANDS: Record<string, () => Promise<(args: string[]) => string | Promise<string>>> = {
  region: async () => (await import('./region-verbs.ts')).regionVerbs,
  tiles: async () => (await import('./tiles-command.ts')).tilesCommand,
  coverage: async () => (await import('./coverage-command.ts')).coverageCommand,
  gaps: async () => (await import('./gaps-command.ts')).gapsCommand,
  export: async () => (await import('./export-command.ts')).exportCommand,
  report: async () => (await import('./report-command.ts')).reportCommand,
  publish: async () => (await import('./publish-command.ts')).publishCommand,
  verify: async () => (await import('./verify-command.ts')).verifyCommand,
  rerun: async () => (await import('./rerun-command.ts')).rerunCommand,
  greatest: async () => (await import('./greatest-command.ts')).greatestCommand,
  claims: async () => (await import('./claims-command.ts')).claimsCommand,
  import: async () => (await import('./import-command.ts')).importCommand,
  nearest: async () => (await import('./nearest-command.ts')).nearestCommand,
  sites: async () => (await import('./sites-command.ts')).sitesCommand,
  access: async () => (await import('./access-command.ts')).accessCommand,
};

/** The `huimin` command: one of COMMANDS, its answer on stdout, its faults on stderr with exit code 2. */
async function main([name, ...args]: string[]): Promise<void> {
  if (!name || name === 'help' || [name, ...args].some((arg) => arg === '--help' || arg === '-h')) {
    process.stdout.write(HELP);
    return;
  }
  try {
    const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : null;
    if (!load) throw cliFaults.usage(`No command "${name}".`, `没有命令“${name}”。`);
    const command = await load();
    process.stdout.write(await command(args));
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    process.stderr.write(`huimin: ${inOwnLanguage(error.text)}\n`);
    process.exitCode = 2;
  }
}

// `huimin … | head` closes the pipe early: that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
await main(process.argv.slice(2));
