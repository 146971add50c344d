/** Protobuf messages in the making: a buffer that grows. Numbers may be any safe integer. */
export class PbfWriter {
  private bytes = new Uint8Array(1 << 12);
  private length = 0;

  clear(): void {
    this.length = 0;
  }

  /** What was written, good until the next write. */
  view(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }

  /** Field of type varint, never negative. */
  number(field: number, value: number): void {
    this.varint(field * 8);
    this.varint(value);
  }

  /** Field of type sint64. */
  signed(field: number, value: number): void {
    this.varint(field * 8);
    this.zigzag(value);
  }

  /** A string, bytes or nested message. */
  range(field: number, content: Uint8Array): void {
    this.varint(field * 8 + 2);
    this.varint(content.length);
    this.room(content.length);
    this.bytes.set(content, this.length);
    this.length += content.length;
  }

  varint(value: number): void {
    this.room(10);
    for (; value > 127; value = Math.floor(value / 128)) {
      this.bytes[this.length++] = (value % 128) | 128;
    }
    this.bytes[this.length++] = value;
  }

  zigzag(value: number): void {
    this.varint(value < 0 ? -2 * value - 1 : 2 * value);
  }

  private room(extra: number): void {
    if (this.length + extra <= this.bytes.length) return;
    const grown = new Uint8Array(Math.max(this.length + extra, this.bytes.length * 2));
    grown.set(this.view());
    this.bytes = grown;
  }
}
