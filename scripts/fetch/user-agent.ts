/** Says who asks, as the servers of OpenStreetMap's data wish. */
export const USER_AGENT =
  'huimin-circle/0.1 (people-weighted reachability maps; fetches one place at a time)';
