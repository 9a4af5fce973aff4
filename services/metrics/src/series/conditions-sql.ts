/** SQL for a fact's `product`, `customer` or attribute of the name that an expression gives, as `attributeOf` has it. */
export const ATTRIBUTE_OF = (name: string): string =>
  `case ${name} when 'product' then product when 'customer' then customer else attributes ->> (${name}) end`;

/**
 * SQL that is true for a fact when every condition of one JSON list `[{ attribute, in }]` holds and none of another, as
 * `matchesSource` has it.
 */
export const CONDITIONS_HOLD = ({ where, except }: { where: string; except: string }): string => `not exists (
    select from jsonb_array_elements(${where}) as condition where not coalesce(${HOLDS}, false))
  and not exists (select from jsonb_array_elements(${except}) as condition where ${HOLDS})`;

const HOLDS = `condition -> 'in' ? (${ATTRIBUTE_OF("condition ->> 'attribute'")})`;
