import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { CannotRead } from "../formats/cannot-report";

/**
 * Reads a text in UTF-8, or in the UTF-16 that ">" of Windows PowerShell 5.1 writes.
 * @param stdin what the name "-" stands for, where it stands for anything
 * @throws CannotRead where it cannot be read
 */
export async function readText(file: string, stdin?: NodeJS.ReadableStream): Promise<string> {
  const bytes = file === "-" && stdin !== undefined ? await buffer(stdin) : await bytesOf(file);
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(isUtf16 ? "utf-16le" : "utf-8").decode(bytes);
}

async function bytesOf(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    const { code = "", message } = error as NodeJS.ErrnoException;
    throw new CannotRead(`${file} cannot be read: ${reasons[code] ?? message}`);
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EISDIR: "it is a folder; name a file in it",
  EACCES: "it does not let you",
};
