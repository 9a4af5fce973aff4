import { isName, NAME_RULE } from "./name.js";
import type { YamlCursor } from "./yaml-cursor.js";

/** The fields of one mapping, in document order. */
export class YamlFields {
  constructor(
    private readonly mapping: {
      readonly owner: YamlCursor;
      readonly fields: ReadonlyMap<string, YamlCursor>;
      /** False where this is not a mapping, which has been reported; missing keys are then not reported. */
      readonly isReadable: boolean;
    },
  ) {}

  /** Reports all other keys. */
  only(keys: readonly string[]): this {
    for (const [key, field] of this.mapping.fields) if (!keys.includes(key)) field.atKey().refuseKey(key, keys);
    return this;
  }

  has(key: string): boolean {
    return this.mapping.fields.has(key);
  }

  /** Null where the key is left out or empty. */
  optional(key: string): YamlCursor | null {
    const field = this.mapping.fields.get(key);
    return field === undefined || field.isEmpty ? null : field;
  }

  /** Reports the key where it is left out or empty. */
  required(key: string): YamlCursor {
    const field = this.mapping.fields.get(key);
    if (field !== undefined && !field.isEmpty) return field;
    if (field !== undefined) field.atKey().refuse("MISSING_KEY", `\`${key}\` is empty`);
    else if (this.mapping.isReadable) this.mapping.owner.refuseMissing(key);
    return this.mapping.owner.absent(key);
  }

  /** False where this is not a mapping, which has been reported. */
  get isReadable(): boolean {
    return this.mapping.isReadable;
  }
  get owner(): YamlCursor {
    return this.mapping.owner;
  }
  get keys(): string[] {
    return [...this.mapping.fields.keys()];
  }
  get entries(): [key: string, field: YamlCursor][] {
    return [...this.mapping.fields];
  }

  /** Entries whose keys are names; invalid names are reported. */
  named(): [name: string, field: YamlCursor][] {
    for (const [key, field] of this.mapping.fields) if (!isName(key)) field.atKey().refuse("INVALID_VALUE", NAME_RULE);
    return this.entries;
  }
}
