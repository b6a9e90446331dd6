/** The largest file each way in takes, known to the window too: it refuses a larger one before sending a byte. */
export const fileLimits = {
  /** A picture or an attachment; portals of communes rarely take more. */
  uploadBytes: 50_000_000,
  /** A document to import. */
  importBytes: 40_000_000,
} as const
