# Golden values of rfm.test.ts. Run: Rscript test/engine/builders/rfm/rfm.R ../shared/data/cdnow/cdnow_transactions.csv
# Quantile type 1 is the inverse of the empirical distribution, so that every cut is a value that occurs.
path <- commandArgs(trailingOnly = TRUE)[1]
rows <- read.csv(path)
asof <- as.Date("1998-07-01")
rows$date <- as.Date(rows$date)
per <- split(rows, rows[[1]])
recency <- sapply(per, function(one) as.integer(asof - max(one$date)))
frequency <- sapply(per, nrow)
monetary <- sapply(per, function(one) sum(round(one$amount * 100)))
fifths <- c(.2, .4, .6, .8)
group <- function(x) findInterval(x, quantile(x, fifths, type = 1), left.open = TRUE) + 1
r <- 6 - group(recency); f <- group(frequency); m <- group(monetary)
show <- function(name, x) cat(name, x, "\n")
show("recency cuts", quantile(recency, fifths, type = 1))
show("frequency cuts", quantile(frequency, fifths, type = 1))
show("monetary cuts", quantile(monetary, fifths, type = 1) / 100)
for (pair in list(list("R", r), list("F", f), list("M", m))) show(pair[[1]], table(factor(pair[[2]], 1:5)))
cell <- (r - 1) * 25 + (f - 1) * 5 + m - 1
show("cells", table(factor(cell, 0:124)))
money <- tapply(monetary, factor(cell, 0:124), sum); money[is.na(money)] <- 0
show("money", money / 100)

# The same within the last 12 months: orders from 1997-07-01 on, and only customers who have one.
recent <- rows[rows$date >= seq(asof, by = "-12 months", length.out = 2)[2] & rows$date <= asof, ]
per <- split(recent, recent[[1]])
recency <- sapply(per, function(one) as.integer(asof - max(one$date)))
frequency <- sapply(per, nrow)
monetary <- sapply(per, function(one) sum(round(one$amount * 100)))
show("recent customers, orders, money", c(length(per), sum(frequency), sum(monetary) / 100))
for (x in list(recency, frequency, monetary / 100)) show("recent cuts", quantile(x, fifths, type = 1))
r <- 6 - group(recency); f <- group(frequency); m <- group(monetary)
for (x in list(r, f, m)) show("recent people", table(factor(x, 1:5)))
show("recent cells", table(factor((r - 1) * 25 + (f - 1) * 5 + m - 1, 0:124)))

# The ten segments of the vignette of the package rfm: how many claim each of the 125 cells.
lower <- list(c(4,2,3,4,3,2,2,1,1,1), c(4,3,1,1,1,2,1,2,4,1))
upper <- list(c(5,5,5,5,4,3,3,2,1,2), c(5,5,3,1,1,3,2,5,5,2))
grid <- expand.grid(m = 1:5, f = 1:5, r = 1:5)
claims <- sapply(1:125, function(i) with(grid[i, ], sum(
  r >= lower[[1]] & r <= upper[[1]] & f >= lower[[2]] & f <= upper[[2]] & m >= lower[[2]] & m <= upper[[2]])))
show("contested", sum(claims > 1)); show("uncovered", sum(claims == 0))
show("contested cells", which(claims > 1) - 1)
show("uncovered cells", which(claims == 0) - 1)
