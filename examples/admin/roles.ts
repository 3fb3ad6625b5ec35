/** Who the panel can be seen as: the rights of each are the server's to say. */
export const ROLES = ['admin', 'analyst'] as const

/** A role of the panel. */
export type Role = (typeof ROLES)[number]

/** The role of that name; an admin's unless it is one. */
export const readRole = (name: string | null): Role => (name === 'analyst' ? name : 'admin')
