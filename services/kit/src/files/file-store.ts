import fs from "node:fs/promises";
import path from "node:path";

/** Where files of partners are kept. A folder fills it, and so can an object store. */
export interface FileStore {
  /** Keeps a file under a new key, whole or not at all. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** Null where there is none. */
  get(key: string): Promise<Buffer | null>;
  remove(key: string): Promise<void>;
}

/** Keeps files in a folder, which is made when the first one comes. Keys are ids parted by slashes. */
export function folderStore(directory: string): FileStore {
  const fileOf = (key: string): string => {
    // Keys are made of ids; anything else could lead out of the folder.
    if (!/^[0-9a-f-]+(\/[0-9a-f-]+)*$/.test(key)) throw new Error(`Not the key of a file: ${key}`);
    return path.join(directory, key);
  };
  return {
    async put(key, bytes) {
      const file = fileOf(key);
      await fs.mkdir(path.dirname(file), { recursive: true });
      // Written beside its name and moved there: a file that is there is whole.
      const part = `${file}.part`;
      await fs.writeFile(part, bytes, { flush: true });
      await fs.rename(part, file);
    },
    get: (key) =>
      fs.readFile(fileOf(key)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return null;
        throw error;
      }),
    remove: (key) => fs.rm(fileOf(key), { force: true }),
  };
}
