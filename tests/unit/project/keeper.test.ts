import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PROJECT_VERSION } from '../../../src/data/project/project.ts';
import { Layers } from '../../../src/state/layers.svelte.ts';
import { Keeper } from '../../../src/state/keeper.svelte.ts';
import { ProjectDb } from '../../../src/state/project-db.ts';
import { snapshotOf, type Kept } from '../../../src/state/project-snapshot.ts';
import type { Told } from '../../../src/state/stored-project.ts';
import * as projects from '../../../src/state/projects.ts';
import { Scenarios } from '../../../src/state/scenarios.svelte.ts';
import { withAll } from '../../../src/state/scenario-steps.ts';
import { DEFAULTS } from '../../../src/state/settings.ts';
import { loadServices } from '../../../scripts/huimin/load-region.ts';
import { BUNDLE, layerOf, projectOf } from './project-of.ts';

const services = loadServices();
const globals = globalThis as { indexedDB?: IDBFactory; IDBKeyRange?: typeof IDBKeyRange };

beforeEach(() => {
  globals.indexedDB = new IDBFactory();
  globals.IDBKeyRange = IDBKeyRange;
});
afterEach(() => {
  delete globals.indexedDB;
  delete globals.IDBKeyRange;
  vi.restoreAllMocks();
});

/** Tabs of one browser: what one tells, all others hear. */
class Browser {
  readonly #tabs: Tab[] = [];
  open(region = 'sample', settings: Partial<Kept['settings']> = {}): Tab {
    const tab = new Tab(region, settings, (told) => {
      for (const other of this.#tabs) if (other !== tab) other.keeper.hear(told);
    });
    this.#tabs.push(tab);
    return tab;
  }
}

/** What the page does round a keeper, without the page. */
class Tab {
  readonly session: Kept;
  readonly keeper: Keeper;

  constructor(region: string, settings: Partial<Kept['settings']>, tell: (told: Told) => void) {
    const view = { manifest: { id: region, bundle: { sha256: BUNDLE } } } as Kept['view'];
    const scenarios = new Scenarios();
    scenarios.enter(region);
    const layers = new Layers();
    this.session = { scenarios, layers, settings: { ...DEFAULTS, ...settings }, services, view };
    this.keeper = new Keeper(this.session, new ProjectDb(), () => '新项目', tell);
  }

  /** Everything that is going on has been done. */
  async rest(): Promise<this> {
    this.keeper.note(snapshotOf(this.session));
    for (let k = 0; k < 25; k++) await new Promise((resolve) => setTimeout(resolve));
    await this.keeper.flush();
    return this;
  }

  add(...names: string[]): void {
    const { scenarios } = this.session;
    const more = names.map((name) => ({ name, edits: [] }));
    scenarios.step(withAll(scenarios.desk, more));
  }

  /** Goes to another region, as Session.open does. */
  async go(region: string, bundle = BUNDLE): Promise<void> {
    this.session.settings = { ...this.session.settings, region };
    this.session.scenarios.enter(region);
    this.session.view = { manifest: { id: region, bundle: { sha256: bundle } } } as Kept['view'];
    await this.rest();
  }

  get names(): string {
    return this.session.scenarios.list.map(({ name }) => name).join();
  }
  get kind(): string {
    return this.keeper.keeping.kind;
  }
}

const listed = async ({ keeper }: Tab) =>
  (await projects.listProjects(keeper)).live.map(({ head }) => head.name).sort();

describe('what is done', () => {
  it('is kept as it is done, and is there again on another day', async () => {
    const tab = await new Browser().open().rest();
    expect([tab.kind, await listed(tab)]).toEqual(['nothing', []]);
    tab.add('甲');
    tab.session.layers.put(layerOf('facilities', [], 'l1'));
    tab.keeper.note(snapshotOf(tab.session));
    expect([tab.kind, tab.keeper.unsaved]).toEqual(['waiting', true]);
    await tab.rest();
    expect([tab.kind, tab.keeper.unsaved]).toEqual(['saved', false]);
    tab.session.settings = { ...tab.session.settings, service: 'school' };
    tab.add('乙');
    await tab.rest();
    expect(await listed(tab)).toEqual(['新项目']);

    const later = await new Browser().open().rest();
    expect([later.names, later.kind]).toEqual(['甲,乙', 'saved']);
    expect(later.session.scenarios.current?.name).toBe('乙');
    expect(later.session.settings.service).toBe('school');
    expect(later.session.layers.list).toEqual([layerOf('facilities', [], 'l1')]);
    expect(later.session.scenarios.unsaved).toBe(false);
    // An address that asks for something else is answered as it asks: over the baseline.
    const linked = await new Browser().open('sample', { service: 'clinic' }).rest();
    expect([linked.names, linked.session.settings.service]).toEqual(['甲,乙', 'clinic']);
    expect(linked.session.scenarios.current).toBeNull();
  });

  it('belongs to its region, and is not mixed with that of another', async () => {
    const tab = await new Browser().open().rest();
    tab.add('甲');
    // Gone before it was written.
    tab.keeper.note(snapshotOf(tab.session));
    await tab.go('poa');
    expect([tab.names, tab.kind]).toEqual(['', 'nothing']);
    tab.add('乙');
    await tab.rest();
    await tab.go('sample');
    expect([tab.names, tab.session.scenarios.canUndo]).toEqual(['甲', true]);
    tab.add('丙');
    await tab.rest();
    const { live } = await projects.listProjects(tab.keeper);
    const said = live.map(({ head }) => [head.region.id, ...head.scenarios.map((s) => s.name)]);
    expect(said.sort()).toEqual([
      ['poa', '乙'],
      ['sample', '甲', '丙'],
    ]);
    expect(tab.session.scenarios.unsaved).toBe(false);
  });

  it('is said where there is no room, stays on screen, and is kept as soon as there is', async () => {
    const tab = await new Browser().open().rest();
    tab.add('甲');
    await tab.rest();
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    tab.add('乙');
    await tab.rest();
    expect(tab.keeper.keeping).toEqual({ kind: 'failed', fault: 'full' });
    expect([tab.keeper.unsaved, tab.names]).toEqual([true, '甲,乙']);
    expect(tab.keeper.current()?.scenarios.map(({ name }) => name)).toEqual(['甲', '乙']);
    // A project from elsewhere is on screen all the same.
    await projects.takeProject(tab.keeper, projectOf({ name: '来件' }));
    expect([tab.kind, tab.keeper.open]).toEqual(['failed', null]);
    put.mockRestore();
    tab.add('丙');
    await tab.rest();
    expect([tab.kind, tab.keeper.open?.name, tab.keeper.unsaved]).toEqual(['saved', '来件', false]);
  });

  it('is said where the browser has no store at all', async () => {
    globals.indexedDB = undefined;
    const tab = await new Browser().open().rest();
    tab.add('甲');
    await tab.rest();
    expect(tab.keeper.keeping).toEqual({ kind: 'failed', fault: 'unavailable' });
    expect(tab.keeper.unsaved).toBe(true);
  });
});

describe('two tabs on one project', () => {
  it('do not write over each other: the later one is told, and takes a copy', async () => {
    const browser = new Browser();
    const one = await browser.open().rest();
    one.add('甲');
    await one.rest();
    const two = await browser.open().rest();
    expect(two.names).toBe('甲');
    // To look at something is no change.
    two.session.settings = { ...two.session.settings, minutes: 20 };
    await two.rest();
    expect([one.kind, two.kind]).toEqual(['saved', 'saved']);
    one.add('一');
    await one.rest();
    expect(two.kind).toBe('overtaken');
    two.add('二');
    await two.rest();
    expect([two.kind, two.keeper.unsaved]).toEqual(['overtaken', true]);
    await two.keeper.keepAs('副本');
    expect([two.kind, two.keeper.unsaved, two.keeper.open?.name]).toEqual(['saved', false, '副本']);
    const { live } = await projects.listProjects(one.keeper);
    const said = live.map(
      ({ head }) => `${head.name}: ${head.scenarios.map((s) => s.name).join()}`,
    );
    expect(said.sort()).toEqual(['副本: 甲,二', '新项目: 甲,一']);
  });

  it('are kept apart though they cannot hear each other, and one may take what the other has', async () => {
    const one = await new Browser().open().rest();
    one.add('甲');
    await one.rest();
    const two = await new Browser().open().rest();
    one.add('一');
    await one.rest();
    two.add('二');
    await two.rest();
    expect(two.kind).toBe('overtaken');
    await projects.openProject(two.keeper, two.keeper.open!.id);
    expect([two.kind, two.names]).toEqual(['saved', '甲,一']);
    two.add('三');
    await two.rest();
    expect((await new Browser().open().rest()).names).toBe('甲,一,三');
  });

  it('of which one deletes it', async () => {
    const browser = new Browser();
    const one = await browser.open().rest();
    one.add('甲');
    await one.rest();
    const two = await browser.open().rest();
    await projects.deleteProject(one.keeper, one.keeper.open!.id);
    expect([one.names, two.kind]).toEqual(['', 'gone']);
    two.add('二');
    await two.rest();
    expect(two.kind).toBe('gone');
    await two.keeper.keepAs('救回');
    expect([two.kind, await listed(one)]).toEqual(['saved', ['救回']]);
  });
});

describe('several projects', () => {
  it('are begun, named, duplicated, opened, deleted and had back', async () => {
    const tab = await new Browser().open().rest();
    const { keeper } = tab;
    tab.add('甲');
    await tab.rest();
    const first = keeper.open!.id;
    await projects.renameProject(keeper, first, '东城');
    await projects.beginProject(keeper, '西城');
    expect([tab.names, keeper.open?.name]).toEqual(['', '西城']);
    await projects.duplicateProject(keeper, first, '东城 副本');
    expect(await listed(tab)).toEqual(['东城', '东城 副本', '西城']);
    await projects.openProject(keeper, first);
    expect([tab.names, keeper.open?.name]).toEqual(['甲', '东城']);
    // A name given to it does not go under in what is written next.
    tab.add('乙');
    await tab.rest();
    await projects.deleteProject(keeper, first);
    expect([tab.names, keeper.open]).toEqual(['', null]);
    expect(await listed(tab)).toEqual(['东城 副本', '西城']);
    await projects.restoreProject(keeper, first);
    expect(await listed(tab)).toEqual(['东城', '东城 副本', '西城']);
    await projects.openProject(keeper, first);
    expect(tab.names).toBe('甲,乙');
  });

  it('are gone for good after a week', async () => {
    const tab = await new Browser().open().rest();
    tab.add('甲');
    await tab.rest();
    const { id } = tab.keeper.open!;
    await projects.deleteProject(tab.keeper, id);
    expect((await projects.listProjects(tab.keeper)).deleted.map((each) => each.id)).toEqual([id]);
    const week = projects.DAYS_KEPT * 86_400_000;
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + week + 1000);
    expect((await projects.listProjects(tab.keeper)).deleted).toEqual([]);
    expect(await tab.keeper.db.list()).toEqual([]);
  });

  it('of another region wait for it, and say when its data are others', async () => {
    const tab = await new Browser().open().rest();
    const made = projectOf({
      name: '港口',
      region: { id: 'poa', bundle: BUNDLE },
      scenarios: [{ id: 's7', name: '甲', edits: [] }],
      chosen: 's7',
      settings: '?service=school&lang=en&theme=dark',
    });
    await projects.takeProject(tab.keeper, made);
    const { settings } = tab.session;
    expect([settings.region, settings.service]).toEqual(['poa', 'school']);
    // The reader's own language and eyes.
    expect([settings.language, settings.theme]).toEqual(['zh', 'auto']);
    expect(tab.names).toBe('');
    await tab.go('poa', 'cd'.repeat(32));
    expect([tab.names, tab.session.scenarios.current?.id]).toEqual(['甲', 's7']);
    expect(tab.keeper.open).toMatchObject({ name: '港口', otherData: true });
  });

  it('of a newer version of the page are left as they are, with a sentence', async () => {
    const tab = await new Browser().open().rest();
    tab.add('甲');
    await tab.rest();
    const { db, open } = tab.keeper;
    await db.change(open!.id, null, (old) => ({ ...old, version: 99 }));
    const later = await new Browser().open().rest();
    expect(later.keeper.fault?.zh).toContain('第 99 版');
    later.add('乙');
    await later.rest();
    const versions = (await db.list()).map(({ version, rev }) => [version, rev]);
    expect(versions.sort((a, b) => a[0] - b[0])).toEqual([
      [PROJECT_VERSION, 1],
      [99, 1],
    ]);
  });
});
