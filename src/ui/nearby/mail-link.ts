/**
 * A mailto: link (RFC 6068) with a subject and a body. `address` has been checked by parseDeployer;
 * whatever the two texts hold, they stay in their places: no further header, no further recipient.
 */
export function mailLink(address: string, subject: string, body: string): string {
  const [name, host] = address.split('@');
  const lines = body.split(/\r\n|[\n\r\u2028\u2029]/).map(encode);
  const line = encode(subject.replace(/[\p{Cc}\u2028\u2029]+/gu, ' '));
  return `mailto:${encode(name)}@${host}?subject=${line}&body=${lines.join('%0D%0A')}`;
}

/** Half a surrogate pair, which a cut name may end in, has no encoding. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '\uFFFD'));
}
