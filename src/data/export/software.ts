/** Version of this software, as in package.json: what a method block says it was made with. */
export const SOFTWARE = '0.1.0';
