/** Text → GBK bytes. The platform only decodes GBK, so the table is its decoder read backwards. */
export function gbkBytes(text: string): Uint8Array {
  table ??= reversed();
  const codes = table;
  return Uint8Array.from([...text].flatMap((char) => codes.get(char) ?? [char.charCodeAt(0)]));
}

let table: Map<string, number[]> | undefined;

function reversed(): Map<string, number[]> {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const char = decoder.decode(Uint8Array.of(lead, trail));
      if ([...char].length === 1 && char !== '\uFFFD') codes.set(char, [lead, trail]);
    }
  }
  return codes;
}
