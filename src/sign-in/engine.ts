import type { Hasher } from './hash-password.ts'
import type { SignInParts } from './parts.ts'

/** The world as sign-in reaches it, and how it hashes. */
export type Engine = SignInParts & { readonly hasher: Hasher }
