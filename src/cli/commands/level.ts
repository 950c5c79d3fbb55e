import type { Command } from 'commander'
import type { MethodId } from '#core/ids.ts'
import type { LevelMethod, ShippingSettings } from '#core/settings/settings.ts'
import { FURTHER_LEVELS, LEVEL_NAMES, LEVELS } from '#core/shipping/service-level.ts'
import { saveShippingSettings } from '#flows/configure.ts'
import { aboutMerchant, atDesk, checkedValue, type MerchantOptions } from '../open.ts'
import { CliRefusal } from '../refusal.ts'
import { AGAIN } from '../sentences.ts'
import { print } from '../table.ts'

/** Adds `level`: what Amazon's service levels become, and which methods serve ours (O9, O10). */
export function levelCommand(program: Command): void {
  const noun = program.command('level').description('shipping service levels: set')
  aboutMerchant(
    noun
      .command('set <level> <choice...>')
      .description("say what one of Amazon's other levels becomes, or which methods serve one of the four"),
  )
    .addHelpText(
      'after',
      [
        '',
        `  ./millrace level set FREE_ECONOMY standard       ${FURTHER_LEVELS.join(', ')}: one of ${LEVELS.join(', ')}, or hold`,
        '  ./millrace level set all GROUND                  the four at once, as the first time',
        `  ./millrace level set standard GROUND:1 AIR:2     ${LEVELS.join(', ')}: its methods, each with its priority (optional)`,
        '',
        'Every one of the four needs a method before the section is saved.',
      ].join('\n'),
    )
    .action((level: string, choice: string[], options: MerchantOptions) => {
      const change = changeOf(level, choice)
      return atDesk(options, async ({ deps, merchant, store }) => {
        const { shipping } = await store((tx) => tx.readSettings())
        checkedValue(await saveShippingSettings(deps, merchant.id, change(shipping)))
        print(options, {
          json: { level, choice },
          lines: [`${nameOf(level)} becomes ${choice.join(', then ')}. ${AGAIN}`],
        })
      })
    })
}

const nameOf = (level: string): string =>
  level === 'all'
    ? 'Each of the four'
    : (LEVELS.flatMap((each) => (each === level ? [LEVEL_NAMES[each]] : []))[0] ?? level)

function changeOf(level: string, choice: readonly string[]): (now: ShippingSettings) => ShippingSettings {
  if (level === 'all') {
    const rows = choice.map(methodOf)
    return (now) => ({ ...now, levels: { standard: rows, expedited: rows, 'two-day': rows, 'one-day': rows } })
  }
  const ours = LEVELS.find((each) => each === level)
  if (ours) return (now) => ({ ...now, levels: { ...now.levels, [ours]: choice.map(methodOf) } })
  const theirs = FURTHER_LEVELS.find((each) => each === level)
  const known = [...FURTHER_LEVELS, ...LEVELS]
  if (!theirs) throw new CliRefusal(`There is no level [${level}]. Levels: all, ${known.join(', ')}.`, 2)
  const becomes = [...LEVELS, 'hold' as const].find((each) => each === choice[0])
  if (!becomes || choice.length > 1)
    throw new CliRefusal(`${level} becomes one of ${LEVELS.join(', ')}, or hold; not [${choice.join(' ')}].`, 2)
  return (now) => ({ ...now, further: { ...now.further, [theirs]: becomes } })
}

function methodOf(text: string): LevelMethod {
  const match = /^(.+):(\d{1,7})$/.exec(text)
  return { methodId: (match?.[1] ?? text) as MethodId, valid: true, priority: match ? Number(match[2]) : null }
}
