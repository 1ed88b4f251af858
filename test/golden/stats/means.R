# Means, totals, ratios of sums, shares and analysis of variance. Run here: Rscript means.R (R 4.2.2). Writes means.json.
# A ratio of sums R = sum(x)/sum(y) is checked through its linearised values R + (x - R y)/mean(y): their mean is R and their
# t.test interval is the delta interval by customer.
source("golden.R")
set.seed(20240501)
samples <- list(
  small = c(3.1, 4.7, 2.2, 9.9, 5.0),
  pair = c(10, 12),
  money = round(rlnorm(40, 3, 1) * rbinom(40, 1, 0.6), 2),
  minor = round(rlnorm(25, 8, 1)),
  shifted = 1e7 + c(0.5, 1.5, -2, 0.25, 3, 1, 0),
  zeroInflated = c(rep(0, 30), 120.5, 80, 19.99, 45),
  constant = c(7, 7, 7, 7)
)
interval <- function(test) list(value = unname(test$estimate[1]), low = test$conf.int[1], high = test$conf.int[2])
levels <- c(0.8, 0.95, 1 - 0.05 / 120)

meanInterval <- list(); totalInterval <- list()
for (name in setdiff(names(samples), "constant")) for (level in levels) {
  x <- samples[[name]]
  test <- t.test(x, conf.level = level)
  meanInterval <- c(meanInterval, list(case("t.test(x, conf.level = level)", list(x = x, level = level), interval(test))))
  n <- length(x)
  totalInterval <- c(totalInterval, list(case("length(x) * t.test(x, conf.level = level)$conf.int", list(x = x, level = level),
    list(value = sum(x), low = n * test$conf.int[1], high = n * test$conf.int[2]))))
}

welch <- list()
pairs <- list(c("small", "pair"), c("money", "zeroInflated"), c("zeroInflated", "money"), c("money", "minor"), c("small", "constant"),
  c("shifted", "minor"), c("small", "small"))
for (pair in pairs) for (level in levels) {
  x <- samples[[pair[1]]]; y <- samples[[pair[2]]]
  test <- t.test(x, y, conf.level = level)
  welch <- c(welch, list(case("t.test(x, y, conf.level = level)", list(x = x, y = y, level = level),
    list(value = mean(x) - mean(y), low = test$conf.int[1], high = test$conf.int[2], standardError = test$stderr,
      t = unname(test$statistic), df = unname(test$parameter), p = test$p.value))))
}

customers <- function(n, mean_value) {
  orders <- rpois(n, 1.7) + 1
  revenue <- round(vapply(orders, function(k) sum(rlnorm(k, mean_value, 0.7)), 0), 2)
  list(x = revenue, y = orders)
}
linearised <- function(g) { r <- sum(g$x) / sum(g$y); r + (g$x - r * g$y) / mean(g$y) }
groups <- list(customers(6, 3), customers(40, 3.2), customers(90, 3), list(x = c(10, 21, 29), y = c(1, 2, 3)),
  list(x = 1e6 + c(3, 8, 1, 9), y = c(1000, 1001, 999, 1003)))
ratioOfSums <- list(); ratioDifference <- list()
for (g in groups) for (level in levels) {
  values <- linearised(g)
  test <- t.test(values, conf.level = level)
  ratioOfSums <- c(ratioOfSums, list(case("t.test(R + (x - R * y) / mean(y)), R = sum(x) / sum(y)", c(g, level = level),
    list(value = sum(g$x) / sum(g$y), variance = var(values) / length(values), low = test$conf.int[1], high = test$conf.int[2]))))
}
for (pair in list(c(1, 2), c(2, 3), c(3, 4))) for (level in levels) {
  a <- groups[[pair[1]]]; b <- groups[[pair[2]]]
  test <- t.test(linearised(a), linearised(b), conf.level = level)
  ratioDifference <- c(ratioDifference, list(case("t.test(linearised(a), linearised(b))",
    list(x1 = a$x, y1 = a$y, x0 = b$x, y0 = b$y, level = level),
    list(value = sum(a$x) / sum(a$y) - sum(b$x) / sum(b$y), low = test$conf.int[1], high = test$conf.int[2], df = unname(test$parameter), p = test$p.value))))
}

shareOfTotal <- list()
for (pair in list(c("money", "zeroInflated"), c("small", "money"), c("pair", "minor"))) for (level in levels) {
  inside <- samples[[pair[1]]]; outside <- samples[[pair[2]]]
  all <- c(inside, outside); numerator <- c(inside, rep(0, length(outside)))
  test <- t.test(linearised(list(x = numerator, y = all)), conf.level = level)
  shareOfTotal <- c(shareOfTotal, list(case("t.test on linearised x * [in segment] / x, cut to 0 and 1",
    list(segment = inside, rest = outside, level = level),
    list(value = sum(inside) / sum(all), low = max(0, test$conf.int[1]), high = min(1, test$conf.int[2])))))
}

moments <- list()
for (g in groups) moments <- c(moments, list(case("mean(x), var(x), cov(x, y)", g, list(mean = mean(g$x), variance = var(g$x), covariance = cov(g$x, g$y)))))

sets <- list(list(samples$small, samples$pair, samples$money), list(samples$money, samples$zeroInflated), list(samples$minor, samples$minor + 300, samples$minor * 2, samples$small))
oneWay <- list(); welchAnova <- list()
for (set in sets) {
  values <- unlist(set); group <- factor(rep(seq_along(set), lengths(set)))
  table <- summary(aov(values ~ group))[[1]]
  oneWay <- c(oneWay, list(case("summary(aov(values ~ group))", list(groups = set), list(
    betweenSquares = table[1, 2], betweenDegreesOfFreedom = table[1, 1], withinSquares = table[2, 2], withinDegreesOfFreedom = table[2, 1],
    rSquared = table[1, 2] / sum(table[, 2]), f = table[1, 4], p = table[1, 5]))))
  test <- oneway.test(values ~ group)
  welchAnova <- c(welchAnova, list(case("oneway.test(values ~ group)", list(groups = set), list(f = unname(test$statistic),
    betweenDegreesOfFreedom = unname(test$parameter[1]), withinDegreesOfFreedom = unname(test$parameter[2]), p = test$p.value))))
}

write_golden("means.json", list(moments = moments, meanInterval = meanInterval, totalInterval = totalInterval, welch = welch,
  ratioOfSums = ratioOfSums, ratioDifference = ratioDifference, shareOfTotal = shareOfTotal, oneWayAnova = oneWay, welchAnova = welchAnova))
