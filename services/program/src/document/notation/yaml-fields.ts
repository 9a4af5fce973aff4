import { isName, NAME_RULE } from "./name.js";
import type { YamlCursor } from "./yaml-cursor.js";

/** The fields of one mapping, by key, in the order of the document. */
export class YamlFields {
  constructor(
    private readonly mapping: {
      readonly owner: YamlCursor;
      readonly fields: ReadonlyMap<string, YamlCursor>;
      /** False where the mapping is none: that has been reported, its missing fields need not be. */
      readonly isReadable: boolean;
    },
  ) {}

  /** Reports every key that is not among these. */
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

  /** False where the place was no mapping, which has been reported. */
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

  /** Entries whose keys are names that others cite; reports a key that cannot be one. */
  named(): [name: string, field: YamlCursor][] {
    for (const [key, field] of this.mapping.fields) if (!isName(key)) field.atKey().refuse("INVALID_VALUE", NAME_RULE);
    return this.entries;
  }
}
