import type { ErrorObject } from 'ajv/dist/2019.js'
import type { AttributeFault } from '#core/catalog/amazon-tab.ts'
import { type Definition, isPart, type ListingAttributes, titleOfPath } from '#core/catalog/product-type.ts'
import { parseMoney } from '#core/money.ts'
import { ok, problem, type Result } from '#core/problems.ts'
import { compileDefinition } from './compile-definition.ts'
import { isObject } from './read-wire.ts'
import { wordsOfFault } from './words-of-fault.ts'

const MOST_FAULTS = 200

/**
 * Holds attributes against Amazon's definition, on this machine (T1): each fault with the field in the words of the definition, what is
 * wrong and what to write instead. Amazon's own judgement is the validation preview. Pure.
 */
export function checkAttributes(
  definition: Definition,
  attributes: ListingAttributes,
): Result<readonly AttributeFault[]> {
  const compiled = compileDefinition(definition)
  if (!compiled.ok) return compiled
  const fits = compiled.value(attributes)
  const errors = fits ? [] : (compiled.value.errors ?? [])
  const faults = folded(errors).map((error) => faultOf(definition, error))
  return ok([...unique(faults), ...decimalFaults(definition, attributes)].slice(0, MOST_FAULTS))
}

/** Branches of a choice that did not fit are told once, by the choice itself; `if` says nothing that its `then` does not. */
function folded(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const choices = errors.filter(({ keyword }) => ['anyOf', 'oneOf', 'not', 'contains'].includes(keyword))
  return errors.filter(
    (error) =>
      error.keyword !== 'if' &&
      !choices.some(
        (choice) =>
          choice !== error &&
          error.instancePath.startsWith(choice.instancePath) &&
          error.schemaPath.startsWith(`${choice.schemaPath}/`),
      ),
  )
}

function faultOf(definition: Definition, error: ErrorObject): AttributeFault {
  const at = error.instancePath.split('/').slice(1).map(unescaped)
  const named = nameIn(error)
  const path = named === null ? at : [...at, named]
  const field = titleOfPath(definition.schema, path) || definition.title
  const { code, why, instead } = wordsOfFault(definition, error)
  return {
    attribute: path[0] ?? '',
    path: path.join('/'),
    problem: problem(code, { field, type: definition.productType, why, instead }),
  }
}

/** The field that a fault is about, where it is one inside of the place. */
function nameIn({ keyword, params }: ErrorObject): string | null {
  const name: unknown =
    keyword === 'required' || keyword === 'dependentRequired'
      ? params.missingProperty
      : (params.additionalProperty ?? params.unevaluatedProperty)
  return typeof name === 'string' ? name : null
}

const unescaped = (step: string): string => step.replaceAll('~1', '/').replaceAll('~0', '~')

function unique(faults: readonly AttributeFault[]): readonly AttributeFault[] {
  const seen = new Map(faults.map((fault) => [`${fault.path} ${fault.problem.code} ${fault.problem.facts.why}`, fault]))
  return [...seen.values()]
}

/** Amounts with more decimals than their currency has: no definition says so, and Amazon refuses them. */
function decimalFaults(definition: Definition, attributes: ListingAttributes): AttributeFault[] {
  return Object.entries(attributes).flatMap(([attribute, list]) =>
    (Array.isArray(list) ? list : []).flatMap((entry, at) => {
      const currency = isObject(entry) ? entry.currency : null
      if (typeof currency !== 'string') return []
      return amountsIn(entry, [attribute, String(at)]).flatMap(({ path, amount }) => {
        const read = parseMoney(String(amount), currency)
        if (read.ok || amount < 0) return []
        const facts = {
          field: titleOfPath(definition.schema, path),
          type: definition.productType,
          why: `${amount} has more decimals than ${currency} has`,
          instead: `Write ${digitsOf(currency) === 0 ? 'a whole amount' : `at most ${digitsOf(currency)} decimals`}.`,
        }
        return [{ attribute, path: path.join('/'), problem: problem('attribute-wrong', facts) }]
      })
    }),
  )
}

const digitsOf = (currency: string): number => {
  for (const digits of [3, 2, 1]) if (parseMoney(`1.${'1'.repeat(digits)}`, currency).ok) return digits
  return 0
}

const AMOUNTS = new Set(['value', 'value_with_tax'])

function amountsIn(
  value: unknown,
  path: readonly string[],
): { readonly path: readonly string[]; readonly amount: number }[] {
  if (Array.isArray(value)) return value.flatMap((each, at) => amountsIn(each, [...path, String(at)]))
  if (!isPart(value)) return []
  return Object.entries(value).flatMap(([name, each]) =>
    typeof each === 'number' && AMOUNTS.has(name)
      ? [{ path: [...path, name], amount: each }]
      : amountsIn(each, [...path, name]),
  )
}
