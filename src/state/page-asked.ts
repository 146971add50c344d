/** What the planner's `at` looks like: lon,lat,zoom. */
const CAMERA = /^[-+.\d]+(,[-+.\d]+){2}$/;
/** What the id of a region looks like. */
export const REGION = /^[\w-]{1,60}$/;

/** Whether an address asks for the resident's page (page, mode, or the estate of a posted link). */
export function asksForNearby(search: string): boolean {
  const params = new URLSearchParams(search);
  const at = params.get('at');
  return params.get('page') === 'nearby' || params.has('mode') || (!!at && !CAMERA.test(at));
}
