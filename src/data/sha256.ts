import { sha256 as digest } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/**
 * SHA-256 in hexadecimal, at once. The browser's own is not there on a page that an intranet serves
 * without TLS.
 */
export const sha256 = (bytes: Uint8Array): string => bytesToHex(digest(bytes));
