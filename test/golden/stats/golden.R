# Writes golden values as JSON: per function a list of {call, input, expected}; doubles at 17 digits. Base R only.
json <- function(value) {
  if (is.null(value) || (length(value) == 1 && !is.list(value) && is.na(value))) return("null")
  if (is.list(value)) {
    if (is.null(names(value))) return(paste0("[", paste(vapply(value, json, ""), collapse = ", "), "]"))
    return(paste0("{", paste0('"', names(value), '": ', vapply(value, json, ""), collapse = ", "), "}"))
  }
  if (is.character(value)) return(paste0('"', gsub('"', "'", value), '"'))
  numbers <- ifelse(is.na(value), "null", sprintf("%.17g", value))
  if (inherits(value, "AsIs") || length(value) > 1) paste0("[", paste(numbers, collapse = ", "), "]") else numbers
}
case <- function(call, input, expected) list(call = call, input = input, expected = expected)
write_golden <- function(path, functions) {
  groups <- vapply(names(functions), function(name) {
    rows <- paste0("\t\t", vapply(functions[[name]], json, ""), collapse = ",\n")
    paste0('\t"', name, '": [\n', rows, "\n\t]")
  }, "")
  writeLines(paste0("{\n", paste(groups, collapse = ",\n"), "\n}"), path)
}
