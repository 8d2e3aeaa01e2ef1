/** The project's files as the pipeline sees them; passed in, so that a test can change one without touching the disk. */
export interface ProjectFiles {
  /** Bytes of a file by its path relative to the project folder, or undefined if there is none. */
  read(path: string): Uint8Array | undefined;
  /** Names of files and folders in a folder, sorted; empty if there is none. */
  list(folder: string): readonly string[];
}
