import { ConfigRefusal } from './config-shape.ts'

/** Reads where this deployment is reached from outside, without a slash at its end. */
export function readPublicUrl(entered: string | undefined): string | null {
  if (!entered) return null
  if (URL.canParse(entered) && /^https?:\/\/[^\s@?#]+$/.test(entered)) return entered.replace(/\/+$/, '')
  throw new ConfigRefusal(
    'MILLRACE_PUBLIC_URL must be where this deployment is reached, such as https://millrace.example.com.',
  )
}
