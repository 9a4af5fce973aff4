/** An approval that a person grants to a partner: an invitation, an account review. */
export interface Approval {
  readonly name: string;
  readonly title: string;
  readonly why: string;
}
