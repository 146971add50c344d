/** What the browser calls the store of projects. */
export const STORE = 'huimin';
