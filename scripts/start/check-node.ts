const NEEDED = [20, 19];

/** The sentence to say when this Node is too old; null when it will do. Two lines: 中文, English. */
export function nodeTooOld(version: string): string | null {
  const [major, minor] = version.split('.').map(Number);
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return null;
  const needed = NEEDED.join('.');
  return (
    `这里的 Node.js 是 ${version}，需要 ${needed} 或更新的版本：请从 https://nodejs.org 安装。\n` +
    `This is Node.js ${version}; ${needed} or newer is needed: install it from https://nodejs.org.`
  );
}
