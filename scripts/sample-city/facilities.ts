import type { City } from './city.ts';
import { csv } from './csv-writer.ts';
import type { Draft } from './ground.ts';
import { contains } from './polygon.ts';
import { lonLat } from './projection.ts';
import { diceFor } from './random.ts';
import type { Dice } from './random.ts';

const COLUMNS = [
  'id', 'name', 'name_en', 'service', 'lon', 'lat', 'status', 'capacity', 'opened', 'address',
  'phone', 'hours', 'step_free', 'accuracy', 'source', 'equipped',
]; // prettier-ignore

/** facilities.csv: every row says itself that it is invented. */
export function facilitiesCsv(drafts: Draft[], city: City, seed: number): string {
  const dice = diceFor(seed, 'facility details');
  const rows = drafts.map((draft, i) => {
    const [lon, lat] = lonLat(draft.site.at);
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
      addressOf(draft, city, dice),
      // 000 is no area code anywhere in China: nobody can be rung up by mistake.
      phoned ? `000-0000-${String(i + 1).padStart(4, '0')}` : '',
      draft.hours ?? '',
      stepFree(draft, dice),
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

function addressOf({ site }: Draft, city: City, dice: Dice): string {
  const area = city.frontiers.areas.find(({ ring }) => contains(ring, site.at));
  const street = site.street.name;
  const number = `${dice.whole(1, 180)}号`;
  return `示例城${area?.name[0] ?? ''}${street ? street[0] + number : ''}`;
}

/** Half the clinics of lanes and villages have a doorstep; new centres do not. */
function stepFree({ service, status }: Draft, dice: Dice): string {
  if (service === 'charging' || status !== 'open') return '';
  const share = service === 'clinic' ? 0.45 : service === 'park' ? 0.7 : 0.85;
  return dice.chance(share) ? 'yes' : 'no';
}
