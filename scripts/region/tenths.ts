/** A progress callback that says every tenth of the way once: "what: 30 %". */
export function tenths(
  what: string,
  step: (text: string) => void,
): (done: number, total: number) => void {
  let said = 0;
  return (done, total) => {
    const tenth = Math.floor((done / total) * 10);
    if (tenth > said) step(`${what}: ${(said = tenth) * 10} %`);
  };
}
