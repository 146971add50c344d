import { paintEmbed } from './paint.ts';

// A classic script at the end of the page: the first paint has the numbers already.
paintEmbed(document, location);
