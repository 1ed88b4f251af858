# Golden values of the decision tree and of clusters. Run here: Rscript tree.R (R 4.2.2, rpart 4.1.19). Writes customers.csv and
# tree.json. The customers are drawn by the seed below; every column has at most 254 different values, so that cuts are tried between
# all of them.
suppressMessages(library(rpart))
RNGversion("4.2.2"); set.seed(20251122)
n <- 3000
d <- data.frame(
  visits = rpois(n, 6),
  age = sample(18:79, n, TRUE),
  basket = round(rgamma(n, 3, 0.5)),
  country = sample(c("DE", "AT", "CH", "FR", "NL", "BE"), n, TRUE, c(.4, .15, .15, .12, .1, .08)),
  member = runif(n) < 0.35
)
risk <- -2.2 + 0.22 * (d$visits > 7) * d$visits + 0.9 * (d$country %in% c("CH", "FR")) + 0.8 * (d$age > 55 & d$member)
d$bought <- as.integer(runif(n) < plogis(risk))
d$spend <- round(20 + 6 * d$visits + 25 * (d$country %in% c("CH", "NL")) + 18 * d$member * (d$age > 40) + rnorm(n, 0, 18), 2)
write.csv(transform(d, member = as.integer(member)), "customers.csv", row.names = FALSE, quote = FALSE)

number <- function(x) if (is.finite(x)) sprintf("%.17g", x) else "null"
leaves <- function(fit) {
  f <- fit$frame[fit$frame$var == "<leaf>", ]
  f <- f[order(f$yval, f$n), ]
  paste0("[", paste(sprintf("[%d,%s]", f$n, sapply(f$yval, number)), collapse = ","), "]")
}
root <- function(fit) with(as.list(fit$splits[1, ]), sprintf('{"field":"%s","improve":%s}', rownames(fit$splits)[1], number(improve)))
control <- function(cp, bucket, depth) rpart.control(cp = cp, minbucket = bucket, minsplit = 2 * bucket, maxdepth = depth, xval = 0, maxcompete = 0, maxsurrogate = 0)
d$country <- factor(d$country)
one <- function(outcome, method, cp, bucket, depth, parms = NULL) {
  formula <- as.formula(paste(outcome, "~ visits + age + basket + country + member"))
  fit <- rpart(formula, d, method = method, parms = parms, control = control(cp, bucket, depth))
  sprintf('{"outcome":"%s","complexity":%s,"minimumLeaf":%d,"maxDepth":%d,"call":"rpart(method = \'%s\', cp, minbucket, minsplit = 2 * minbucket, maxdepth)","root":%s,"leaves":%s}',
    outcome, number(cp), bucket, depth, method, root(fit), leaves(fit))
}
cart <- c(
  one("bought", "anova", 0.01, 50, 5), one("bought", "anova", 0.002, 30, 6), one("bought", "anova", 0, 100, 4),
  one("spend", "anova", 0.01, 50, 5), one("spend", "anova", 0.001, 20, 8), one("spend", "anova", 0, 200, 3))
gini <- rpart(factor(bought) ~ visits + age + basket + country + member, d, method = "class", parms = list(split = "gini"), control = control(0, 50, 1))

# CHAID's joining of categories and adjusted p, written from Kass 1980 on tables of counts, apart from the code under test.
stirling <- function(c, r) round(sum(sapply(0:(r - 1), function(i) (-1)^i * (r - i)^c / (factorial(i) * factorial(r - i)))))
lp <- function(y, g, test) {
  if (test == "chi") { t <- table(g, y); k <- suppressWarnings(chisq.test(t, correct = FALSE)); pchisq(unname(k$statistic), k$parameter, lower.tail = FALSE, log.p = TRUE) }
  else { a <- anova(lm(y ~ factor(g))); pf(a[1, 4], a[1, 1], a[2, 1], lower.tail = FALSE, log.p = TRUE) }
}
chaid <- function(y, x, ordered, test, alpha, bucket) {
  levels <- sort(unique(x)); group <- as.list(levels); k <- length(levels)
  pairs <- function() { m <- length(group); all <- if (m > 1) combn(m, 2, simplify = FALSE) else list(); if (ordered) Filter(function(p) p[2] == p[1] + 1, all) else all }
  like <- function(p) { keep <- x %in% c(group[[p[1]]], group[[p[2]]]); yy <- y[keep]; if (length(unique(yy)) == 1) return(0); lp(yy, x[keep] %in% group[[p[1]]], test) }
  size <- function(i) sum(x %in% group[[i]])
  repeat {
    ps <- pairs(); if (length(ps) == 0) break
    v <- sapply(ps, like)
    if (max(v) <= log(alpha)) {
      small <- Filter(function(p) any(sapply(p, size) < bucket), ps)
      if (length(small) == 0) break
      v <- sapply(small, like); ps <- small
    }
    p <- ps[[which.max(v)]]; group[[p[1]]] <- c(group[[p[1]]], group[[p[2]]]); group[[p[2]]] <- NULL
  }
  r <- length(group)
  if (r < 2) return(list(r = 1, logP = 0, sizes = length(x)))
  g <- sapply(x, function(v) which(sapply(group, function(s) v %in% s)))
  b <- if (ordered) choose(k - 1, r - 1) else stirling(k, r)
  list(r = r, logP = min(0, lp(y, g, test) + log(b)), sizes = sort(as.integer(table(g))))
}
cases <- list()
tenth <- function(v) { t <- table(v); mid <- as.numeric(cumsum(t) - t / 2); setNames(pmin(9, floor(10 * mid / length(v))), names(t))[as.character(v)] }
for (outcome in c("bought", "spend")) for (field in c("visits", "age", "country", "member")) {
  test <- if (outcome == "bought") "chi" else "f"
  x <- d[[field]]; ordered <- field != "country"
  x <- if (is.factor(x)) as.character(x) else if (is.logical(x)) as.integer(x) else if (length(unique(x)) > 10) unname(tenth(x)) else x
  found <- chaid(d[[outcome]], x, ordered, test, 0.05, 50)
  cases <- c(cases, list(sprintf('{"outcome":"%s","field":"%s","groups":%d,"logP":%s,"sizes":[%s]}', outcome, field, found$r, number(found$logP), paste(found$sizes, collapse = ","))))
}
tails <- c()
for (v in list(c(3, 2), c(50, 1), c(900, 7), c(25000, 3), c(1e6, 1))) tails <- c(tails, sprintf('{"call":"pchisq(x, df, lower.tail = FALSE, log.p = TRUE)","x":%s,"df":[%s],"logP":%s}', number(v[1]), v[2], number(pchisq(v[1], v[2], lower.tail = FALSE, log.p = TRUE))))
for (v in list(c(2, 3, 40), c(80, 1, 998), c(900, 4, 5000), c(12000, 2, 999997), c(40000, 9, 999990))) tails <- c(tails, sprintf('{"call":"pf(x, d1, d2, lower.tail = FALSE, log.p = TRUE)","x":%s,"df":[%s,%s],"logP":%s}', number(v[1]), v[2], v[3], number(pf(v[1], v[2], v[3], lower.tail = FALSE, log.p = TRUE))))
groupings <- c()
for (v in list(c(2, 2), c(6, 3), c(10, 4), c(12, 12), c(9, 1))) groupings <- c(groupings, sprintf('{"categories":%d,"groups":%d,"ordered":%s,"free":%s,"floating":%s}', v[1], v[2], number(log(choose(v[1] - 1, v[2] - 1))), number(log(stirling(v[1], v[2]))), number(log(choose(v[1] - 2, v[2] - 2) + v[2] * choose(v[1] - 2, v[2] - 1)))))
writeLines(paste0('{\n"cart":[\n', paste(cart, collapse = ",\n"), '\n],\n"gini":', root(gini), ',\n"chaid":[\n', paste(unlist(cases), collapse = ",\n"),
  '\n],\n"tails":[\n', paste(tails, collapse = ",\n"), '\n],\n"groupings":[\n', paste(groupings, collapse = ",\n"), '\n]}'), "tree.json")
