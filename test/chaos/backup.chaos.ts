import { test } from 'vitest'
import { benchToBackUp, killBackups } from '../make/kill-backups.ts'

test('a backup and a restore killed at each of their parts leave everything or nothing', async () => {
  const bench = await benchToBackUp()
  try {
    await killBackups(bench, {
      backups: ['.vault.partial', '.backup.partial'],
      restores: ['copy millrace.sku_history%', 'alter table%add constraint%'],
    })
  } finally {
    await bench.close()
  }
}, 300_000)
