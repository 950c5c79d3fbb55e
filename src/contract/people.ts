import { z } from 'zod'
import { TOPICS } from '#core/notifications/topics.ts'
import { actingPermissions, piiActs } from '#core/people/acting-permissions.ts'
import { INVITATION_STATES, type Invitation, invitationState } from '#core/people/invitation.ts'
import type { Group, Member } from '#core/people/member.ts'
import { ALL_PERMISSIONS, PERMISSION_SENTENCES, PERMISSIONS, type Permission } from '#core/permissions.ts'
import { instant, text, writeInstant, writeInstantOrNull } from './parts.ts'

/** One permission by its name. */
const permission = z.enum(ALL_PERMISSIONS as readonly [Permission, ...Permission[]])
const permissions = z.array(permission).max(ALL_PERMISSIONS.length)
const groups = z.array(text(1, 40)).max(100).describe('Ids of groups.')
const topics = z.array(z.enum(TOPICS)).max(TOPICS.length).describe('Of what the person is told by mail.')
const kept = { permissions: z.array(z.string()), groups: z.array(z.string()), topics: z.array(z.string()) }

/** The table of permissions (U1). */
export const permissionTable = z
  .object({
    permissions: z.array(z.object({ name: permission, allows: z.string(), scopes: z.array(z.string()) })),
  })
  .meta({ id: 'PermissionTable', description: 'What a user of a merchant may be given. Nobody has any by default.' })

/** Writes the table of permissions. */
export const writePermissionTable = (): z.output<typeof permissionTable> => ({
  permissions: ALL_PERMISSIONS.map((name) => ({
    name,
    allows: PERMISSION_SENTENCES[name],
    scopes: [...PERMISSIONS[name]],
  })),
})

/** Somebody who works for the merchant (U1). */
export const user = z
  .object({
    userId: z.string(),
    email: z.string(),
    name: z.string(),
    owner: z.boolean(),
    ...kept,
    acting: permissions.describe('What the person may do now: given by name, through groups, or as the owner.'),
    trainedOn: z.string().nullable().describe('The day of the last training; it counts for 365 days.'),
    piiUntil: instant.nullable().describe('When the permissions that open buyer data end; null: not by themselves.'),
    piiActs: z.boolean().describe('Whether permissions that open buyer data act now, where they were given.'),
    createdAt: instant,
    createdBy: z.string(),
    disabled: z.boolean(),
  })
  .meta({ id: 'User' })

/** Writes a member. */
export const writeUser = (member: Member, now: number): z.output<typeof user> => ({
  userId: member.userId,
  email: member.email,
  name: member.name,
  owner: member.owner,
  permissions: [...member.permissions],
  groups: [...member.groups],
  topics: [...member.topics],
  acting: [...actingPermissions(member, now)],
  trainedOn: member.trainedOn,
  piiUntil: writeInstantOrNull(member.piiUntil),
  piiActs: piiActs(member, now),
  createdAt: writeInstant(member.createdAt),
  createdBy: member.createdBy,
  disabled: member.disabledAt !== null,
})

/** What is to be changed of a user; what is absent stays. */
export const userChange = z
  .strictObject({
    permissions: permissions.optional(),
    groups: groups.optional(),
    topics: topics.optional(),
    trainedOn: text(10, 10).nullable().optional().describe('The day of the last training, YYYY-MM-DD.'),
    piiUntil: z.iso.datetime().nullable().optional().describe('When the permissions that open buyer data end.'),
  })
  .meta({ id: 'UserChange' })

/** A user in the path. */
export const userParams = z.strictObject({ userId: text(1, 40).describe('The id of a user.') })

/** Why and when somebody is removed. */
export const removalQuery = z.strictObject({
  leftAt: z.iso.datetime().optional().describe('When the person left or changed their work; without it: now.'),
})

/** A group (U1). */
export const group = z
  .object({ groupId: z.string(), name: z.string(), permissions: z.array(z.string()) })
  .meta({ id: 'Group' })

/** Writes a group. */
export const writeGroup = ({ groupId, name, permissions: given }: Group): z.output<typeof group> => ({
  groupId,
  name,
  permissions: [...given],
})

/** A group as it is entered. */
export const groupBody = z.strictObject({ name: text(1, 60), permissions }).meta({ id: 'GroupBody' })

/** A group in the path. */
export const groupParams = z.strictObject({ groupId: text(1, 40).describe('The id of a group.') })

/** An invitation without its link (U1). */
export const invitation = z
  .object({
    invitationId: z.string(),
    email: z.string(),
    state: z.enum(INVITATION_STATES),
    owner: z.boolean(),
    ...kept,
    createdAt: instant,
    createdBy: z.string(),
    expiresAt: instant,
  })
  .meta({ id: 'Invitation' })

/** Writes an invitation. */
export const writeInvitation = (found: Invitation, now: number): z.output<typeof invitation> => ({
  invitationId: found.invitationId,
  email: found.email,
  state: invitationState(found, now),
  owner: found.owner,
  permissions: [...found.permissions],
  groups: [...found.groups],
  topics: [...found.topics],
  createdAt: writeInstant(found.createdAt),
  createdBy: found.createdBy,
  expiresAt: writeInstant(found.expiresAt),
})

/** A new invitation: its link is given this once. */
export const invited = invitation
  .extend({
    path: z.string().describe('The path of the link, to be handed over where no mail was sent; shown this once.'),
    mail: z.enum(['sent', 'none', 'refused']).describe('`none`: no mail server or no public address is set.'),
  })
  .meta({ id: 'Invited' })

/** Who is invited, and to what. */
export const invitationBody = z
  .strictObject({
    email: text(3, 254).describe('One plain e-mail address.'),
    permissions: permissions.default([]),
    groups: groups.default([]),
    topics: topics.default([]),
  })
  .meta({ id: 'InvitationBody' })

/** An invitation in the path. */
export const invitationParams = z.strictObject({ invitationId: text(1, 40).describe('The id of an invitation.') })

/** Somebody who was removed (D12). */
export const removal = z
  .object({
    userId: z.string(),
    email: z.string(),
    leftAt: instant,
    removedAt: instant,
    hours: z.number().describe('How long the access lasted after the person left.'),
    removedBy: z.string(),
  })
  .meta({ id: 'Removal' })

/** Writes a removal. */
export const writeRemoval = (found: {
  readonly userId: string
  readonly email: string
  readonly leftAt: number
  readonly removedAt: number
  readonly removedBy: string
}): z.output<typeof removal> => ({
  userId: found.userId,
  email: found.email,
  leftAt: writeInstant(found.leftAt),
  removedAt: writeInstant(found.removedAt),
  hours: Math.round((found.removedAt - found.leftAt) / 360_000) / 10,
  removedBy: found.removedBy,
})
