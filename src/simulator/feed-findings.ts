/** Something that a processing report tells of a message or record. */
export type Finding = {
  readonly code: number
  readonly text: string
  readonly orderId?: string
  readonly orderItemId?: string
}

/** The codes of findings. Amazon's own numbers are known from reports of developers only, so these are the simulator's. */
export const CODE = {
  notXml: 5001,
  wrongMerchant: 5002,
  wrongEnvelope: 5003,
  notAFile: 5004,
  invalidContent: 25,
  invalidValue: 99_001,
  unknownOrder: 18_027,
  unknownItem: 18_028,
  wrongStatus: 18_030,
  tooManyUnits: 18_031,
  shipDate: 18_032,
  alreadyShipped: 18_033,
  tooManyUpdates: 18_034,
  byAmazon: 18_035,
  reason: 18_040,
  currency: 18_050,
  amount: 18_051,
  overRefund: 18_052,
} as const
