# Golden values of bestCuts.test.ts: every way to cut is tried. Run: Rscript test/engine/builders/grid/bestCuts.R
x <- rep(1:12, times = c(9, 4, 7, 3, 8, 6, 5, 2, 7, 9, 4, 6))
y <- (seq_along(x) * 37 + x * x * 5) %% 23 + ifelse(x > 4, 6, 0) + ifelse(x > 9, -9, 0)
cat("people", table(x), "\nsums", tapply(y, x, sum), "\n")
best <- function(parts, least) {
  all <- combn(1:11, parts - 1, simplify = FALSE)
  value <- sapply(all, function(cuts) {
    group <- findInterval(x, cuts, left.open = TRUE)
    if (min(table(factor(group, 0:(parts - 1)))) < least) return(-Inf)
    anova(lm(y ~ factor(group)))$`Sum Sq`[1]
  })
  all[[which.max(value)]]
}
for (case in list(c(2, 1), c(3, 1), c(4, 1), c(3, 20), c(4, 14))) cat(case, ":", best(case[1], case[2]), "\n")
