import { asksForNearby } from '../state/page-asked.ts';

const app = document.getElementById('app')!;
// A resident's phone loads nothing of the planner's page, and the other way round.
if (asksForNearby(location.search)) {
  void import('./nearby/main.ts').then(({ showNearby }) => showNearby(app));
} else void import('./planner/main.ts').then(({ showPlanner }) => showPlanner(app));
