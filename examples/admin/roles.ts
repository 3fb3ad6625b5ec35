/** Who the panel can be seen as, by role: its rights are the server's to say. */
export const ROLES = { admin: 'Admin', analyst: 'Analyst' } as const

/** A role of the panel. */
export type Role = keyof typeof ROLES

/** The role of that name; an admin's unless it is one. */
export const readRole = (name: string | null): Role => (name === 'analyst' ? name : 'admin')
