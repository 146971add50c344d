/** What a frame may do: run its own scripts as nobody's page, and open links beside itself. */
export const SANDBOX = 'allow-scripts allow-popups allow-popups-to-escape-sandbox';
