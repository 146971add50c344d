import type { City } from './city.ts';
import { csv } from './csv-writer.ts';
import { detailsOf } from './facility-details.ts';
import type { Draft } from './ground.ts';
import { distance, type Point } from './point.ts';
import { contains } from './polygon.ts';
import { lonLat } from './projection.ts';
import { diceFor } from './random.ts';
import type { Dice } from './random.ts';
import type { Street } from './street.ts';

const COLUMNS = [
  'id', 'name', 'name_en', 'service', 'lon', 'lat', 'status', 'capacity', 'opened', 'address',
  'phone', 'hours', 'price', 'note', 'step_free', 'accuracy', 'source', 'equipped',
]; // prettier-ignore

/** facilities.csv: every row says itself that it is invented. */
export function facilitiesCsv(drafts: Draft[], city: City, seed: number): string {
  const dice = diceFor(seed, 'facility details');
  const asked = diceFor(seed, 'before going there');
  const named = city.streets.filter(({ name, highway }) => name && highway !== 'motorway');
  const rows = drafts.map((draft, i) => {
    const [lon, lat] = lonLat(draft.site.at);
    const { hours, price, note } = detailsOf(draft, asked);
    const phoned =
      draft.service !== 'park' && draft.service !== 'charging' && draft.status === 'open';
    return [
      `f-${String(i + 1).padStart(3, '0')}`,
      ...draft.name,
      draft.service,
      lon.toFixed(7),
      lat.toFixed(7),
      draft.status,
      draft.capacity ?? '',
      draft.status === 'open' ? openedOn(draft, dice) : (draft.opens ?? ''),
      addressOf(draft, city, named, dice),
      // 000 is no area code anywhere in China: nobody can be rung up by mistake.
      phoned ? `000-0000-${String(i + 1).padStart(4, '0')}` : '',
      hours,
      price,
      note,
      stepFree(draft, dice, asked),
      'invented',
      '示例数据 sample data',
      draft.equipped === undefined ? '' : draft.equipped ? 'yes' : 'no',
    ];
  });
  return csv(COLUMNS, rows);
}

function openedOn({ service }: Draft, dice: Dice): string {
  if (service === 'charging') return '';
  const [first, last] =
    service === 'school' || service === 'park'
      ? [1956, 2016]
      : service === 'clinic'
        ? [1998, 2023]
        : [2015, 2024];
  return `${dice.whole(first, last)}-${String(dice.whole(1, 12)).padStart(2, '0')}`;
}

/** By the street it stands on; on a lane without a name, by the nearest that has one. */
function addressOf({ site }: Draft, city: City, named: Street[], dice: Dice): string {
  const area = city.frontiers.areas.find(({ ring }) => contains(ring, site.at));
  const street = site.street.name ?? nearest(named, site.at).name!;
  return `示例城${area?.name[0] ?? ''}${street[0]}${dice.whole(1, 180)}号`;
}

/** By its points, which stand close enough for an address. */
function nearest(streets: Street[], at: Point): Street {
  const away = streets.map(({ line }) => Math.min(...line.map((point) => distance(point, at))));
  return streets[away.indexOf(Math.min(...away))];
}

/** Half the clinics of lanes and villages have a doorstep; new centres do not. Of some nobody has said. */
function stepFree({ service, status }: Draft, dice: Dice, asked: Dice): string {
  if (service === 'charging' || status !== 'open') return '';
  const share = service === 'clinic' ? 0.45 : service === 'park' ? 0.7 : 0.85;
  const answer = dice.chance(share) ? 'yes' : 'no';
  return asked.chance(0.15) ? '' : answer;
}
