# Golden values of score.test.ts. Run: Rscript test/engine/builders/score/score.R ../shared/data/cdnow/cdnow_transactions.csv
path <- commandArgs(trailingOnly = TRUE)[1]
rows <- read.csv(path)
asof <- as.Date("1998-07-01")
rows$date <- as.Date(rows$date)
per <- split(rows, rows[[1]])
recency <- sapply(per, function(one) as.integer(asof - max(one$date)))
frequency <- sapply(per, nrow)
revenue <- sapply(per, function(one) sum(one$amount))
z <- function(x) (x - mean(x)) / sqrt(mean((x - mean(x))^2))
score <- (4 * z(frequency) + 4 * z(revenue) - 4 * z(recency)) / 12
first <- head(order(as.integer(names(per))), 5)
options(digits = 12)
cat("standardised", quantile(score, c(.5, .8), type = 1), "\n")
cat("first five", score[first], "\n")
cat("means", mean(frequency), mean(revenue), mean(recency), "\n")
cat("deviations", sapply(list(frequency, revenue, recency), function(x) sqrt(mean((x - mean(x))^2))), "\n")
rank100 <- function(x) {
  knots <- unique(quantile(x, c(0, .25, .5, .75, 1), type = 1))
  p <- sapply(knots, function(k) 100 * (mean(x < k) + mean(x <= k)) / 2)
  approx(knots, p, x, rule = 2)$y
}
ranked <- (rank100(frequency) + 3 * rank100(revenue)) / 4
cat("ranked", quantile(ranked, c(.5, .8), type = 1), "\n")
cat("first five", ranked[first], "\n")
