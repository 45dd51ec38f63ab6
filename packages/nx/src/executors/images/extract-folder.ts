/** Where extracted files go unless another folder is asked for. */
export const EXTRACT_FOLDER = 'dist/extract';
