import { setStock } from '#flows/change-stock.ts'
import {
  saveCenters,
  saveItems,
  saveMappings,
  saveMethods,
  saveOrderSettings,
  saveShippingSettings,
} from '#flows/configure.ts'
import { connect } from '#flows/connect.ts'
import type { Deps } from '#flows/deps.ts'
import { startImporting } from '#flows/start-importing.ts'
import { must } from './must.ts'
import * as sample from './sample-merchant.ts'

/** Enters the sample merchant by the same flows that REST and command line use, connects it and starts importing (M5). */
export async function seedSampleMerchant(deps: Deps, notBefore: string): Promise<void> {
  const merchant = sample.MERCHANT.id
  if (await deps.deployment.findMerchant(merchant)) return
  await deps.deployment.addMerchant({ ...sample.MERCHANT, createdAt: deps.now() })
  must(await saveItems(deps, merchant, sample.ITEMS))
  must(await saveItems(deps, merchant, sample.KITS))
  must(await saveMappings(deps, merchant, sample.MAPPINGS))
  must(await saveCenters(deps, merchant, sample.CENTERS))
  must(await setStock(deps, merchant, { stock: sample.STOCK, who: 'the demo' }))
  must(await saveMethods(deps, merchant, { methods: sample.METHODS }))
  must(await saveShippingSettings(deps, merchant, sample.SHIPPING))
  must(await saveOrderSettings(deps, merchant, sample.orderSettings(notBefore)))
  const connection = must(await connect(deps, merchant, sample.SELLER))
  must(await startImporting(deps, merchant, connection))
}
