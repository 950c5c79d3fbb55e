/** A backup that cannot be made, read or put back: one sentence for the operator. */
export class BackupRefusal extends Error {
  override name = 'BackupRefusal'
}
